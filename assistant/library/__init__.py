"""What is kept: records, the two indexes made from them, and the way of files into them.

Start at ``library.Library``. Nothing is imported here: Chroma and LlamaIndex take seconds.
"""
