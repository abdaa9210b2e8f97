"""What the program decided on who somebody is, and what else it weighed."""
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.entities.mention import Actor

LEAST = .5  # better nobody than a name that is more likely wrong than right
NAMELESS = .3  # of whom the article says no name, its own words are no wrong one
UNSURE = "nobody is likely enough"


@dataclass(frozen=True, eq=False)
class Choice:
    """Who a mention or the source of an attribution is.

    actor: None where nobody is. why: the rule, "module.rule", or in words why there is nobody.
    probability: that this is right, None where nothing else was weighed. runner_up,
    runner_up_probability: the next likely actor. features: what was weighed, as (feature, value).
    """

    actor: "Actor | None"
    why: str
    probability: float | None = None
    runner_up: "Actor | None" = None
    runner_up_probability: float | None = None
    features: tuple = ()

    def settled(self) -> "Choice":
        """Itself, or nobody where the actor is less likely than not, who is then the runner-up; one
        without a name stays, unless it is unlikely."""
        least = LEAST if self.actor is None or self.actor.named else NAMELESS
        if self.actor is None or self.probability is None or self.probability >= least:
            return self
        return Choice(None, UNSURE, None, self.actor, self.probability, self.features)

    def of(self, actor: "Actor") -> "Choice":
        """The same of the several that its actor is one of."""
        return self if actor is self.actor else replace(self, actor=actor)

    def instead(self, actor: "Actor | None", why: str) -> "Choice":
        """The same with another actor, which a person chose."""
        return replace(self, actor=actor, why=why, probability=1.0 if actor else None)
