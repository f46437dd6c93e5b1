namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What the interpretation asks of a document, as bits, so that "does the document speak of dialysis" is one comparison
/// for all statements together. A term may have several.
/// </summary>
[Flags]
internal enum Topics
{
    None = 0,
    Dialysis = 1 << 0,
    EndStageKidney = 1 << 1,
    KidneyTransplant = 1 << 2,
    KidneyInjury = 1 << 3,
    KidneyInjuryWithDialysis = 1 << 4,
    ChronicKidneyFailure = 1 << 5,
    KidneyDamage = 1 << 6,
    KidneyStage = 1 << 7,
    AnyKidneyDisease = 1 << 8,

    /// <summary>Lowers calcium or phosphate from the day it begins.</summary>
    MineralTreatment = 1 << 9,

    /// <summary>Stopping it treats the mineral disorder.</summary>
    MineralIntake = 1 << 10,
    LowAlbumin = 1 << 11,
    Hypercalcaemia = 1 << 12,
    Hyperphosphataemia = 1 << 13,
    Stay = 1 << 14,
    NewbornCare = 1 << 15,
    VitaminKAntagonist = 1 << 16,
    Corticosteroid = 1 << 17,
    Immunosuppressant = 1 << 18,
    CalciumLoad = 1 << 19,
    ActiveVitaminD = 1 << 20,
    InjectedDrug = 1 << 21,
    Thiosulfate = 1 << 22,
    Opioid = 1 << 23,
    Chemotherapy = 1 << 24,

    /// <summary>The record names a type of calcinosis.</summary>
    NamesType = 1 << 25,

    /// <summary>Drugs and operations under which lesions may shrink.</summary>
    MineralResponse = 1 << 26,

    /// <summary>Exposures of which more is asked than whether they are there.</summary>
    Drug = VitaminKAntagonist | Corticosteroid | Immunosuppressant | CalciumLoad | ActiveVitaminD | InjectedDrug | Thiosulfate | Opioid | Chemotherapy | MineralResponse,
}
