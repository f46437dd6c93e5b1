using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Testing;

/// <content>What is known about the patient.</content>
public sealed partial class PatientStory
{
    private readonly List<Condition> _conditions = [];
    private readonly List<Exposure> _exposures = [];
    private readonly List<Lesion> _lesions = [];
    private readonly List<FamilyHistoryEntry> _family = [];
    private readonly List<DifferentialEntry> _differential = [];

    /// <summary>Diseases that the patient has.</summary>
    /// <param name="conditions">Names as a record writes them.</param>
    public PatientStory Has(params string[] conditions) => With(() => _conditions.AddRange(conditions.Select(condition => new Condition { Text = condition })));

    /// <summary>A disease that the patient has had for some time.</summary>
    /// <param name="condition">Its name.</param>
    /// <param name="duration">An ISO 8601 duration, such as <c>P6Y</c>.</param>
    public PatientStory HasHad(string condition, string duration) => With(() => _conditions.Add(new Condition { Text = condition, Duration = Duration(duration) }));

    /// <summary>A disease and where it sits against a lesion.</summary>
    /// <param name="condition">Its name.</param>
    /// <param name="lesion">Id of the lesion.</param>
    /// <param name="relation">Where it sits.</param>
    public PatientStory HasAt(string condition, string lesion, SiteRelation relation) =>
        With(() => _conditions.Add(new Condition { Text = condition, Lesions = [new LesionRelation(lesion, relation)] }));

    /// <summary>Diseases that were asked for and are absent.</summary>
    /// <param name="conditions">Codes of the vocabulary.</param>
    public PatientStory HasNo(params string[] conditions) =>
        With(() => _conditions.AddRange(conditions.Select(condition => new Condition { Code = condition, Status = PresenceStatus.Absent })));

    /// <summary>A disease that is suspected and not confirmed.</summary>
    /// <param name="condition">Its name.</param>
    public PatientStory Suspects(string condition) => With(() => _conditions.Add(new Condition { Text = condition, Verification = Verification.Suspected }));

    /// <summary>An entry of the problem list with all that is known of it.</summary>
    /// <param name="condition">The entry.</param>
    public PatientStory Add(Condition condition) => With(() => _conditions.Add(condition));

    /// <summary>A treatment or procedure with all that is known of it.</summary>
    /// <param name="exposure">The exposure.</param>
    public PatientStory Exposed(Exposure exposure) => With(() => _exposures.Add(exposure));

    /// <summary>A drug that the patient takes now.</summary>
    /// <param name="drug">Its name.</param>
    /// <param name="duration">For how long, as an ISO 8601 duration; null: not known.</param>
    public PatientStory Takes(string drug, string? duration = null) =>
        Exposed(new Exposure { Text = drug, Ongoing = true, Duration = duration is null ? null : Duration(duration) });

    /// <summary>Calcium into a vein, some days before the lesion.</summary>
    /// <param name="site">Where the line was.</param>
    /// <param name="daysBefore">Days from the infusion to the lesion.</param>
    /// <param name="ongoing">Whether it still runs; null: not known.</param>
    /// <param name="leak">Whether it leaked; null: not known.</param>
    public PatientStory CalciumInto(string site, int daysBefore = 4, bool? ongoing = null, bool? leak = null) =>
        Exposed(new Exposure { Text = "calcium gluconate infusion", Site = site, BeforeLesion = IsoDuration.OfDays(daysBefore), Ongoing = ongoing, Extravasation = leak });

    /// <summary>A group of lesions with all that is known of it.</summary>
    /// <param name="lesion">The lesion.</param>
    public PatientStory Lesion(Lesion lesion) => With(() => _lesions.Add(lesion));

    /// <summary>The lesion <c>L1</c> in a few words: where it is and what it looks like.</summary>
    /// <param name="site">Where it is, side included ("left forearm").</param>
    /// <param name="looks">What it looks like ("nodule").</param>
    public PatientStory Lesion(string site, params string[] looks) => Lesion(LesionAt(site, looks));

    /// <inheritdoc cref="Lesion(string, string[])"/>
    public PatientStory Skin(string site, params string[] looks) => Lesion(site, looks);

    /// <summary>A lesion <c>L1</c> of which only place and look are told; for a <c>with</c> that tells more.</summary>
    /// <param name="site">Where it is.</param>
    /// <param name="looks">What it looks like.</param>
    public static Lesion LesionAt(string site, params string[] looks) => new() { Id = "L1", Sites = [site], Morphology = looks };

    /// <summary>A disease in the family.</summary>
    /// <param name="disease">Its name.</param>
    public PatientStory FamilyOf(string disease) => With(() => _family.Add(new FamilyHistoryEntry { Text = disease }));

    /// <summary>Other diagnoses that were considered and ruled out.</summary>
    /// <param name="diagnoses">Codes of the vocabulary.</param>
    public PatientStory RuledOut(params string[] diagnoses) =>
        With(() => _differential.AddRange(diagnoses.Select(diagnosis => new DifferentialEntry { Code = diagnosis, Status = DifferentialStatus.Excluded })));

    /// <summary>Another diagnosis that was made for a lesion.</summary>
    /// <param name="diagnosis">Its code in the vocabulary.</param>
    /// <param name="lesion">Id of the lesion.</param>
    public PatientStory MadeOut(string diagnosis, string lesion = "L1") =>
        With(() => _differential.Add(new DifferentialEntry { Code = diagnosis, Lesion = lesion, Status = DifferentialStatus.Confirmed }));
}
