"""Words after which a full stop does not end a sentence. RA-1, rule 3 (data).

All are written without their last full stop. Capitals count for titles and for short names of months and days: "MS"
is an illness, and "sat" is a word.
"""

from forum.plain_language.listed import listed

TITLES = listed(
    """
    Dr Drs Mr Mrs Ms Mx Prof Profs Cllr Cllrs St Sgt Sgts Rev Revd Hon Capt Lt Col Gen Maj Cpl Cdr Supt Insp
    Messrs Mme Mlle Sr Jr Fr Gov Pres Sen Rep Amb Ald Rt Gt Mt
    """
)
NEVER = listed(
    """
    e.g i.e eg ie para paras fig figs reg regs dept depts approx vs viz cf incl excl esp ca resp sched govt
    """
)
# A capital letter after them begins a sentence.
BEFORE_A_CAPITAL = listed(
    """
    etc a.m p.m am pm ltd min mins hr hrs sec secs inc co corp plc bros al oz lb lbs ft yd yds kg cm mm km ml tel
    ext mob fax max avg est misc cont temp assoc univ ave rd phd m.sc b.sc m.ed b.ed m.phil ll.b ll.m m.d ph.d wk
    wks yr yrs mth mths tbc jnr snr
    """
)
DATES = listed(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """
)
# A figure after them goes on: "No. 7", "vol. 2".
BEFORE_A_FIGURE = listed(
    """
    no nos vol vols ch chs art arts app apps ref refs p pp sec secs cl cls sch pt pts ed eds ver par ss pg pgs
    item doc
    """
)
