"""What was made ready once is kept as long as what it was made of."""

import weakref


class Cache:
    """What was made ready for objects that are still alive."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], tuple[object, ...]] = {}

    def get(self, one: object, two: object) -> object | None:
        """What was kept for this pair of objects."""
        held = self._made.get((id(one), id(two)))
        return held[0] if held else None

    def keep(self, one: object, two: object, made: object) -> None:
        """Keeps `made` as long as both objects live."""
        key = (id(one), id(two))

        def forget(_: object) -> None:
            self._made.pop(key, None)

        alive = [weakref.ref(each, forget) for each in (one, two) if each is not None]
        self._made[key] = (made, *alive)
