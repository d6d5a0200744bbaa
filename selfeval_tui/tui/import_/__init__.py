"""导入: sheets from elsewhere, shown before anything is kept."""
