"""Services that part of the suite starts for itself and throws away."""
