"""Two windows on one workspace: who may write, and what becomes of changes made elsewhere."""
