"""Sets of questions from elsewhere, ranked by the product's own retrieval: anchors to compare by.

``assistant eval --external FOLDER`` reads four sets (their texts are not ours and stay outside the
project), puts their passages into throw-away libraries as if they were paragraphs, and asks what
the product asks: the same folding, tokens, indexes, embedder, weights. One configuration for all.
"""
