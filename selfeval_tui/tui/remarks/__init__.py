"""财政意见: taking them down, answering them, and writing 修改说明."""
