"""Annotated text becomes segments that do not overlap, and links between them."""

from test_words import Tokenizer

from corpus import CONTENT, CUE, SOURCE, document

TEXT = 'The mayor said the port, the clerk added, was closed.\n"Nobody asked," she said.\n'


def annotated(tmp_path, lines: list[str]):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a_4b22.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return document(str(tmp_path / "a.txt"), str(tmp_path / "a_4b22.ann"), Tokenizer(), 100)


def span(words: str) -> str:
    at = TEXT.index(words)
    return f"{at} {at + len(words)}"


def test_a_content_in_two_pieces_is_two_segments_with_one_cue(tmp_path):
    pieces = f"{span('the port,')};{span('was closed')}"
    doc = annotated(tmp_path, [
        f"T1\tSource {span('The mayor')}\tThe mayor", f"T2\tCue {span('said')}\tsaid",
        f"T3\tContent {pieces}\tthe port, was closed",
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
    ])
    assert [(s.kind, s.first, s.last) for s in doc.segments] == [
        (CONTENT, 3, 5), (CONTENT, 10, 11), (SOURCE, 0, 1), (CUE, 2, 2)]
    assert doc.source_of == {3: 2}
    assert doc.cue_of == {0: 3, 1: 3}
    assert doc.annotator == 1


def test_where_spans_overlap_the_outermost_wins(tmp_path):
    doc = annotated(tmp_path, [
        f"T1\tContent {span('the port, the clerk added, was closed')}\tx",
        f"T2\tSource {span('the clerk')}\tthe clerk", f"T3\tCue {span('added')}\tadded",
        "E1\tAttribution:T3 Source:T2 Cue:T3",
    ])
    assert [s.kind for s in doc.segments] == [CONTENT]
    assert doc.source_of == {}


def test_a_cue_without_a_source_says_so(tmp_path):
    doc = annotated(tmp_path, [
        f"T1\tCue {span('said')}\tsaid", f"T2\tContent {span('was closed')}\twas closed",
        "E1\tAttribution:T1 Cue:T1 Content:T2",
    ])
    cue = next(n for n, s in enumerate(doc.segments) if s.kind == CUE)
    assert doc.source_of == {cue: None}
