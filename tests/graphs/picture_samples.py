"""Views that several tests draw."""

from random import Random

from ketenhandboek.graphs.view import Cluster, Edge, EdgeKind, Node, NodeKind, View

CARE = NodeKind("zorg", "Zorg", "zorgpartners", "ellipse", 2)
LAW = NodeKind("justitie", "Justitie", "justitiepartners", "box", 6)
REPORT = EdgeKind("melden", "Melden")
SHARE = EdgeKind("delen", "Gegevens delen", "dashed", 6)

LADDER = View(
    id="ladder",
    title="Escaleren in Lindewaarde",
    description="Drie treden, van de werkvloer tot het bestuur.",
    nodes=(
        Node("t1", "Professionals onderling", "uitvoering", "../trede-1/"),
        Node("t2", "Managers van beide organisaties", "leiding", "#trede-2", note="overleg op donderdag"),
        Node("t3", "Stuurgroep", "bestuur"),
    ),
    edges=(
        Edge("t1", "t2", "binnen 1 werkdag", "omhoog"),
        Edge("t2", "t3", "binnen 5 werkdagen", "omhoog"),
        Edge("t3", "t1", "terug met besluit", "terug", note="met uitleg"),
    ),
    node_kinds=(
        NodeKind("uitvoering", "Uitvoering", "uitvoerders", "rounded", 1),
        NodeKind("leiding", "Leiding", "leidinggevenden", "tab", 3),
        NodeKind("bestuur", "Bestuur", "bestuurders", "octagon", 4),
    ),
    edge_kinds=(EdgeKind("omhoog", "Volgende trede"), EdgeKind("terug", "Weg terug", "dashed", 6)),
    direction="TB",
)

NETWORK = View(
    id="keten",
    title="De keten in beeld",
    description="Partners per sector en wat zij elkaar melden.",
    nodes=(
        Node("ggz", "GGZ Waarde", "zorg", "../ggz/", cluster="zorg"),
        Node("arts", "Huisartsen Elzen", "zorg", "../arts/", cluster="zorg"),
        Node("om", "Openbaar Ministerie", "justitie", "../om/", cluster="recht"),
        Node("school", "Basisschool De Eik", "zorg"),
    ),
    edges=(
        Edge("ggz", "om", "deelt gegevens", "delen", note="alleen bij acuut gevaar"),
        Edge("arts", "ggz", "meldt", "melden"),
        Edge("arts", "ggz", "deelt gegevens", "delen"),
    ),
    node_kinds=(CARE, LAW),
    edge_kinds=(REPORT, SHARE),
    clusters=(Cluster("zorg", "Zorg"), Cluster("recht", "Justitie en veiligheid"), Cluster("leeg", "Leeg")),
)

HOSTILE_TEXTS = (
    '"><script>alert(1)</script>',
    '\\"',
    "\\",
    "]; evil [label=x",
    "<b>vet</b>",
    "<<table></table>>",
    "Jansen & Zn &amp; &#65;",
    "regel een\nregel twee\r\n\ttab",
    "\\N \\G \\n \\l",
    "gezin 👩‍👧 é",
    "nul\x00 bel\x07 half\ud800",
    "x" * 5000,
    "",
)

HOSTILE = View(
    id="vijandig",
    title=HOSTILE_TEXTS[0],
    description=HOSTILE_TEXTS[1],
    nodes=tuple(
        Node(f"{number} {text}", text, "zorg", note=text) for number, text in enumerate(HOSTILE_TEXTS)
    ),
    edges=tuple(
        Edge(f"{number} {text}", f"0 {HOSTILE_TEXTS[0]}", text, "melden", note=text)
        for number, text in enumerate(HOSTILE_TEXTS)
    ),
    node_kinds=(CARE,),
    edge_kinds=(REPORT,),
)


def star(neighbours: int, kind: str = "zorg") -> View:
    """A node `vt` to which that many neighbours report; neighbour 0 has an edge to neighbour 1."""
    names = [f"p{number}" for number in range(neighbours)]
    return View(
        id="ster",
        title="Ster",
        description="",
        nodes=(Node("vt", "Veilig Thuis", "justitie"), *(Node(name, name.upper(), kind) for name in names)),
        edges=(*(Edge(name, "vt", "meldt", "melden") for name in names), Edge("p0", "p1", "deelt", "delen")),
        node_kinds=(CARE, LAW),
        edge_kinds=(REPORT, SHARE),
    )


def tangle(nodes: int, edges: int) -> View:
    """A graph that takes Graphviz long when it is large."""
    names = [f"p{number}" for number in range(nodes)]
    chance = Random(1)
    pairs = [chance.choices(names, k=2) for _ in range(edges)]
    return View(
        id="kluwen",
        title="Kluwen",
        description="",
        nodes=tuple(Node(name, name, "zorg") for name in names),
        edges=tuple(Edge(source, target, "meldt", "melden") for source, target in pairs),
        node_kinds=(CARE,),
        edge_kinds=(REPORT,),
    )
