"""What a real model wrote, kept, so that it can be judged again without the model."""
