"""A model's answers judged: as it wrote them, after verification, and beside the quotations."""
