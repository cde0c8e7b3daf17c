"""What a page gives to those who share it: an image that we draw, its metadata, plain links, feeds. No tracker."""
