"""What is drawn once is not drawn again, and is never another gazetteer's."""

from geoincidents.shapes.memory import MOST, Memory


def test_a_result_is_made_once(land):
    """The second call returns the first result."""
    memory, known, made = Memory(), land.gazetteer(), []

    for _ in range(2):
        memory.once(known, "key", lambda: made.append(1))

    assert made == [1]


def test_each_gazetteer_has_its_own_results(land):
    """An equal gazetteer is another one, and the first one comes back fresh."""
    memory = Memory()
    first, second = land.gazetteer(), land.gazetteer(land.bent)

    results = [memory.once(g, "key", lambda n=n: n) for n, g in enumerate((first, second, first))]

    assert results == [0, 1, 2]


def test_memory_is_bounded(land):
    """Past the limit it starts afresh."""
    memory, known = Memory(), land.gazetteer()
    for key in range(MOST):
        memory.once(known, key, lambda: "old")

    assert memory.once(known, 0, lambda: "new") == "new"
