"""Files that come in or go out by their kind: which library reads, fills or converts them."""
