"""各表金额: the amounts of all sheets in one table."""
