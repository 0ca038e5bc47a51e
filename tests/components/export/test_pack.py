import gzip

import brotli

from components.export.pack import pack_file


def test_text_is_packed_beside_itself_and_the_same_each_time(tmp_path):
    page = tmp_path / "index.html"
    page.write_bytes(content := b"<p>almene boliger i hele landet</p>" * 100)
    packed, zipped = pack_file(page)
    assert (packed.name, zipped.name) == ("index.html.br", "index.html.gz")
    assert brotli.decompress(first := packed.read_bytes()) == gzip.decompress(second := zipped.read_bytes()) == content
    pack_file(page)
    assert (packed.read_bytes(), zipped.read_bytes()) == (first, second)


def test_what_gains_nothing_stays_alone(tmp_path):
    noise = bytes((i * i * 37 + (i >> 3) * 101 + (i * 7919 >> 5)) % 251 for i in range(4000))
    for name, content in {"kort.png": b"a" * 4000, "lille.json": b"{}" * 100, "stoej.txt": brotli.compress(noise)}.items():
        (tmp_path / name).write_bytes(content)
        assert pack_file(tmp_path / name) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["kort.png", "lille.json", "stoej.txt"]
