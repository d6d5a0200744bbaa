"""本单位的年度总览: every sheet at a glance."""
