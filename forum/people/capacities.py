"""In what capacity a person speaks, and its words on the page."""

from enum import StrEnum

from forum.say import N_


class Capacity(StrEnum):
    """In what capacity a person speaks, picked post by post and only if they want."""

    USES_SERVICES = "uses-services"
    CARER = "carer"
    VOLUNTEER = "volunteer"
    CARE_WORKER = "care-worker"
    COUNCILLOR = "councillor"
    WORKS_FOR_BODY = "works-for-body"
    FACILITATOR = "facilitator"
    RESIDENT = "resident"


WORDS = {
    Capacity.USES_SERVICES: N_("person who uses services"),
    Capacity.CARER: N_("unpaid carer"),
    Capacity.VOLUNTEER: N_("volunteer or community group"),
    Capacity.CARE_WORKER: N_("care worker or personal assistant"),
    Capacity.COUNCILLOR: N_("councillor"),
    Capacity.WORKS_FOR_BODY: N_("works for a body"),
    Capacity.FACILITATOR: N_("helps run this"),
    Capacity.RESIDENT: N_("local resident"),
}
PICKED_FREELY = (
    Capacity.USES_SERVICES,
    Capacity.CARER,
    Capacity.VOLUNTEER,
    Capacity.CARE_WORKER,
    Capacity.RESIDENT,
)
