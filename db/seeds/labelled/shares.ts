/**
 * How often the labelled set does what `registry.md`, section 7, says happens in lists of this office. The section names the troubles and
 * no numbers: these are assumptions, written down before the rule was fitted and never turned to make its figures better.
 */
export const SHARES = {
  /** Businesses of the regency to a village: 170,000 in 346. Chance likeness grows with it, so small sets take fewer villages. */
  perVillage: 491,
  /** Of all businesses, those told a second time by another list; of these, two and three more times. */
  told: 0.15, toldTwice: 0.2, toldThrice: 0.05,

  /** What makes different businesses look alike. Shares of all businesses. */
  alike: {
    /** The same owner's second business; of these the same trade again. */
    sameOwner: 0.08, sameOwnerSameTrade: 0.15,
    /** Husband's and wife's own businesses at one house; grown children with the trade of their parents. */
    spouse: 0.02, child: 0.01,
    /** The same owner, name and trade in another village. */
    branch: 0.01,
    /** Chains and fashions: one name, other owners, other villages. */
    chain: 0.02,
    /** The same plain name and trade of a stranger in the same or a neighbouring village ("Warung Bu Siti"). */
    twin: 0.015,
    /** Another person of the same full name in the village. */
    namesake: 0.005,
  },
  /** Names of owners that very many bear. */
  commonOwner: 0.15,
  /** Business named by the owner's name alone; by the trade alone. */
  namedAsOwner: 0.08, namedAsTrade: 0.04,

  /** What the first list knows, and where it guesses as every list does: classes of the KBLI are chosen at random in all of them. */
  known: {
    kbliRandom: 0.1, kbliAkin: 0.1, kbliOtherVersion: 0.05,
    nationalId: 0.97, phone: 0.9, mentorPhone: 0.04, nib: 0.45, point: 0.4, familyCard: 0.5, rtRw: 0.8, houseNumber: 0.75, atHome: 0.75,
  },

  /** What the other list does to a telling. */
  retold: {
    spouseAsOwner: 0.08,
    nationalIdAbsent: 0.25, nationalIdMistyped: 0.05,
    phoneAbsent: 0.2, phoneOther: 0.15, phoneOfMentor: 0.07,
    nibAbsent: 0.5, familyCardAbsent: 0.6,
    ownerRespelled: 0.3, ownerTitled: 0.15, ownerShortened: 0.1, ownerTypo: 0.05,
    nameRespelled: 0.2, nameTypo: 0.08, nameForm: 0.25, nameShortened: 0.15, nameExtended: 0.15, nameAsOwner: 0.08, nameByGivenName: 0.05,
    kbliRandom: 0.15, kbliAkin: 0.15, kbliOtherVersion: 0.1,
    villageNeighbour: 0.04, villageElsewhere: 0.005,
    pointAbsent: 0.5, pointOfEnumerator: 0.1,
    addressAbsent: 0.15, addressNumberLost: 0.25, rtRwAbsent: 0.4, productAbsent: 0.3,
  },
} as const
