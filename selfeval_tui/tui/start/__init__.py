"""The first screen (开始): 示例, 新建, 导入."""
