import io
import json
import re
import unittest
from unittest import mock


def add(a, b):
    return a + b


class AddTest(unittest.TestCase):
    def setUp(self):
        self.values = [1, 2]

    def test_add(self):
        self.assertEqual(add(*self.values), 3)

    def test_fails(self):
        self.assertEqual(add(1, 1), 3, "sum is wrong")

    def test_raises(self):
        with self.assertRaisesRegex(TypeError, "unsupported"):
            add(1, None)

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    def test_almost(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        for i in range(2):
            with self.subTest(i=i):
                self.assertIn(i, [0, 1])


stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(AddTest))
text = re.sub(r"in [\d.]+s", "in 0s", stream.getvalue())
print("\n".join(line for line in text.splitlines() if not line.strip().startswith(("File", "~", "^"))))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
m = mock.Mock(return_value=5)
print(m(1, x=2), m.called, m.call_args, m.call_count)
with mock.patch("json.dumps", return_value="42"):
    print(json.dumps([]))
m.method.side_effect = ValueError("boom")
try:
    m.method()
except ValueError as error:
    print(error)
