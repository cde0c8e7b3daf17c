"""What the room adds to the admin."""

from wagtail import hooks

from .viewsets import RessourceViewSet

hooks.register("register_admin_viewset", RessourceViewSet)
