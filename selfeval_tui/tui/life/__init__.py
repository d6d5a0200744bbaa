"""From 草稿 to 定稿, 已报送 and back: what is asked, and what is said of it."""
