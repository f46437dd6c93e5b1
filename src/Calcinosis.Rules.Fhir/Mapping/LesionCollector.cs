using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>
/// Gathers what the record says of lesions. A lesion exists when the record says so outright, names calcinosis at a place,
/// or shows what only calcinosis shows (eschar, retiform purpura, calcified matter); a plain nodule, ulcer or gangrene makes
/// none, so that people without skin calcification stay without one.
/// </summary>
internal sealed class LesionCollector(Answers answers, ConceptReader concepts, ReferenceIndex index, DocumentDraft draft)
{
    private static readonly string[] TellingLooks = ["eschar", "retiform-purpura"];
    private static readonly string[] DeadSkin = ["eschar", "gangrene", "necrosis"];
    private readonly LesionAnswers _change = new(answers);
    private readonly List<LesionDraft> _lesions = [];
    private readonly List<LesionDraft> _candidates = [];
    private readonly List<(ResourceRecord Record, Question Question)> _loose = [];
    private readonly List<(string Section, int Place, ResourceRecord Record)> _relations = [];
    private readonly List<(ResourceRecord Record, Condition Entry)> _named = [];

    /// <summary>An image or biopsy shows calcium in the skin.</summary>
    public bool CalciumShown { get; set; }

    /// <summary>A panel of findings of one lesion: an Observation with components or members.</summary>
    public void Panel(ResourceRecord record, Question question, IEnumerable<ResourceRecord> members)
    {
        var lesion = new LesionDraft(record, "") { Explicit = question.About == QuestionAbout.Lesion };
        foreach (var site in record.Sites ?? [])
        {
            if (concepts.Site(site) is { } words)
                lesion.Say("sites", record, "bodySite", one => one with { Sites = [.. one.Sites, words] });
        }

        if (Answers.Words(record.Value) is { } look && record.Value!.Form is ValueForm.Concept or ValueForm.Text)
            lesion.Say("morphology", record, record.Value.Element, one => one with { Morphology = [.. one.Morphology, look] });
        for (var i = 0; i < (record.Components?.Count ?? 0); i++)
            Part(lesion, record, record.Components![i], string.Create(CultureInfo.InvariantCulture, $"component[{i}]"));
        foreach (var member in members)
            Part(lesion, member, member, "");
        (lesion.Explicit ? _lesions : _candidates).Add(lesion);
    }

    /// <summary>The name of calcinosis itself stands among the diagnoses; with a place it is a lesion there.</summary>
    public void Named(ResourceRecord record, Condition entry) => _named.Add((record, entry));

    /// <summary>A look recorded as a diagnosis or as a finding of its own.</summary>
    public void Look(ResourceRecord record, Concept look, Condition? entry = null)
    {
        if (entry is { Status: PresenceStatus.Past } or { Verification: Verification.Suspected })
        {
            draft.Leave(record, "code", LeftOutReason.NotUsed, look.Shown, "a look that is past or only suspected says nothing of a lesion now");
            return;
        }

        var words = ConceptReader.OwnCode(look) ?? (concepts.ByCode(look).Terms is { Count: > 0 } terms ? look.Text ?? terms[0].Term.Code : ConceptReader.Words(look)!);
        var candidate = new LesionDraft(record, "code");
        foreach (var site in record.Sites ?? [])
        {
            if (concepts.Site(site) is { } place)
                candidate.Say("sites", record, "bodySite", one => one with { Sites = [.. one.Sites, place] });
        }

        if (entry?.Status == PresenceStatus.Absent)
            candidate.Say("morphologyAbsent", record, "code", one => one with { MorphologyAbsent = [words] });
        else
            candidate.Say("morphology", record, "code", one => one with { Morphology = [words], OnsetOn = entry?.Since, OnsetAgeYears = entry?.OnsetAgeYears, Duration = entry?.Duration });
        _candidates.Add(candidate);
    }

    /// <summary>One answer about a lesion that stands alone.</summary>
    public void Loose(ResourceRecord record, Question question) => _loose.Add((record, question));

    public void Belongs(int condition, ResourceRecord record) => Relate("conditions", condition, record);

    public void Exposes(int exposure, ResourceRecord record) => Relate("exposures", exposure, record);

    public void Imaged(int study, ResourceRecord record) => Relate("imaging", study, record);

    public void Examined(int report, ResourceRecord record) => Relate("histology", report, record);

    /// <summary>Some lesion that is known so far lies at one of the places, or has no place.</summary>
    public bool AnyAt(IReadOnlyList<string> sites) =>
        _lesions.Exists(lesion => Places.Same(concepts.Vocabulary, lesion.Lesion.Sites, sites) != false)
        || _candidates.Exists(candidate => Places.Same(concepts.Vocabulary, candidate.Lesion.Sites, sites) == true)
        || _named.Exists(named => named.Record.Sites is not { Count: > 0 } || Places.Same(concepts.Vocabulary, [.. named.Record.Sites.Select(concepts.Site).OfType<string>()], sites) == true);

    public void Finish()
    {
        foreach (var (record, entry) in _named)
            Name(record, entry);
        foreach (var candidate in _candidates.Where(IsTelling).ToArray())
        {
            _candidates.Remove(candidate);
            MergeOrAdd(candidate);
        }

        var evidence = _lesions.Count > 0 || _named.Count > 0 || CalciumShown;
        foreach (var candidate in _candidates)
            Weak(candidate, evidence);
        foreach (var (record, question) in _loose)
            Attach(record, question);
        Write();
    }

    private void Relate(string section, int place, ResourceRecord record)
    {
        if (record.Abouts is { Count: > 0 })
            _relations.Add((section, place, record));
    }

    private void Part(LesionDraft lesion, ResourceRecord record, Measured part, string element)
    {
        var prefix = element.Length == 0 ? "" : element + ".";
        if (concepts.Questions.Find(part.Code) is { About: QuestionAbout.Lesion } question)
        {
            if (part.Value is { Form: ValueForm.Concept, Concept: { } place } && question.Code == "site" && concepts.Site(place) is { } site)
                lesion.Say("sites", record, prefix + part.Value.Element, one => one with { Sites = [.. one.Sites, site] });
            else if (_change.Change(question, part) is { } change)
                lesion.Say(question.Field, record, prefix + (part.Value?.Element ?? "interpretation"), change);
            else
                NotRead(record, part, prefix, question);
            return;
        }

        // A look asked for by name: "ulcer: present".
        if (part.Code is { } code && concepts.Resolve(TermKind.Morphology, code) is { Terms.Count: > 0, Leftover.Count: 0 } && answers.YesNo(part) is { } there)
        {
            var words = ConceptReader.OwnCode(code) ?? ConceptReader.Words(code)!;
            lesion.Say(there ? "morphology" : "morphologyAbsent", record, prefix + "code", one => there ? one with { Morphology = [.. one.Morphology, words] } : one with { MorphologyAbsent = [.. one.MorphologyAbsent, words] });
            return;
        }

        draft.Leave(record, prefix + "code", LeftOutReason.UnknownCode, part.Code?.Shown ?? "", "no known question about a lesion");
    }

    private void NotRead(ResourceRecord record, Measured part, string prefix, Question question)
    {
        var reason = part.Value is null ? LeftOutReason.NoValue : LeftOutReason.BadValue;
        draft.Leave(record, prefix + (part.Value?.Element ?? "value[x]"), reason, Answers.Words(part.Value) ?? part.Code?.Shown ?? "", part.Value is null ? "there is no answer" : $"the answer to '{question.Code}' is not understood");
    }

    /// <summary>A look that only calcinosis or dying skin shows.</summary>
    public static bool IsTelling(Term look) => TellingLooks.Contains(look.Code);

    private bool IsTelling(LesionDraft candidate)
    {
        if (candidate.Lesion.ChalkyDischarge == true)
            return true;
        var looks = candidate.Lesion.Morphology.SelectMany(look => concepts.Vocabulary.Resolve(TermKind.Morphology, look, null, null).Terms).Where(term => !term.Negated && !term.Suspected).Select(term => term.Term.Code).ToArray();
        return looks.Any(look => TellingLooks.Contains(look))
            || (looks.Any(look => look.StartsWith("livedo", StringComparison.Ordinal)) && (candidate.Lesion.Necrotic == true || looks.Any(look => DeadSkin.Contains(look))))
            || candidate.Lesion.Morphology.Any(look => look.Contains("calcif", StringComparison.OrdinalIgnoreCase) || look.Contains("calcinos", StringComparison.OrdinalIgnoreCase) || look.Contains("calcium", StringComparison.OrdinalIgnoreCase));
    }

    private void Name(ResourceRecord record, Condition entry)
    {
        var sites = (record.Sites ?? []).Select(concepts.Site).OfType<string>().ToArray();
        if (entry.Status == PresenceStatus.Past || (sites.Length == 0 && _lesions.Count > 0))
            return;
        var lesion = new LesionDraft(record, "code") { Explicit = true };
        lesion.Say("sites", record, "bodySite", one => one with { Sites = sites });
        if ((entry.Since ?? (object?)entry.OnsetAgeYears ?? entry.Duration) is not null)
            lesion.Say(entry.Since is not null ? "onsetOn" : entry.OnsetAgeYears is not null ? "onsetAgeYears" : "duration", record, record.When?.Element ?? "onset[x]", one => one with { OnsetOn = entry.Since, OnsetAgeYears = entry.OnsetAgeYears, Duration = entry.Duration });
        MergeOrAdd(lesion);
    }

    private void MergeOrAdd(LesionDraft lesion)
    {
        if (Target(lesion.Source, lesion.Lesion.Sites) is { } known)
            Merge(known, lesion);
        else
            _lesions.Add(lesion);
    }

    private void Weak(LesionDraft candidate, bool evidence)
    {
        if (Target(candidate.Source, candidate.Lesion.Sites) is { } known)
        {
            Merge(known, candidate);
            return;
        }

        if (evidence && _lesions.Count == 0 && candidate.Lesion.Morphology.Count > 0)
        {
            _lesions.Add(candidate);
            return;
        }

        var what = string.Join(", ", candidate.Lesion.Morphology.Concat(candidate.Lesion.MorphologyAbsent));
        if (_lesions.Count > 0)
            draft.Leave(candidate.Source, "bodySite", LeftOutReason.OtherSite, what, "it lies at another place than the lesions of calcinosis, and alone it is no sign of calcification");
        else
            draft.Leave(candidate.Source, candidate.Element, LeftOutReason.NotUsed, what, "alone it is no sign of calcification, and nothing else in the record speaks of any");
    }

    private void Attach(ResourceRecord record, Question question)
    {
        var sites = (record.Sites ?? []).Select(concepts.Site).OfType<string>().ToArray();
        if (Target(record, sites) is not { } lesion)
            draft.Leave(record, "code", _lesions.Count > 0 && sites.Length > 0 ? LeftOutReason.OtherSite : LeftOutReason.NotUsed, record.Code?.Shown ?? "", _lesions.Count == 0 ? "there is no lesion of calcinosis that it could speak of" : "it does not say which lesion it speaks of");
        else if (_change.Change(question, record) is { } change)
            lesion.Say(question.Field, record, record.Value?.Element ?? "interpretation", change);
        else
            NotRead(record, record, "", question);
    }

    /// <summary>The lesion that a resource speaks of: the one it refers to, else the one at its place, else the only one when it names no place.</summary>
    private LesionDraft? Target(ResourceRecord record, IReadOnlyList<string> sites)
    {
        foreach (var about in record.Abouts ?? [])
        {
            if (index.Find(about, record) is { } target && _lesions.Find(lesion => lesion.Source == target || lesion.Parts.Exists(part => part.Record == target)) is { } named)
                return named;
        }

        if (sites.Count == 0)
            return _lesions.Count == 1 ? _lesions[0] : null;
        return _lesions.Find(lesion => Places.Same(concepts.Vocabulary, lesion.Lesion.Sites, sites) == true)
            ?? (_lesions is [{ Lesion.Sites.Count: 0 } placeless] ? placeless : null);
    }

    private static void Merge(LesionDraft known, LesionDraft other)
    {
        known.Lesion = Interpretation.LesionMerger.Merge([known.Lesion, other.Lesion]);
        known.Parts.AddRange(other.Parts);
    }

    private void Write()
    {
        var used = _lesions.Select(lesion => lesion.Source.LesionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var next = 1;
        var ids = new Dictionary<ResourceRecord, string>();
        foreach (var lesion in _lesions)
        {
            var id = lesion.Source.LesionId;
            while (id is null)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"L{next++}");
                id = used.Add(name) ? name : null;
            }

            var place = draft.Lesions.Count.ToString(CultureInfo.InvariantCulture);
            draft.Add(lesion.Lesion with { Id = id }, lesion.Source, lesion.Element);
            foreach (var (field, record, element) in lesion.Parts)
            {
                draft.Source($"/lesions/{place}/{field}", record, element);
                ids.TryAdd(record, id);
            }

            ids.TryAdd(lesion.Source, id);
        }

        foreach (var (section, place, record) in _relations)
            Relate(section, place, [.. (record.Abouts ?? []).Select(about => index.Find(about, record)).OfType<ResourceRecord>().Select(target => ids.GetValueOrDefault(target)).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private void Relate(string section, int place, string[] ids)
    {
        if (ids.Length == 0)
            return;
        LesionRelation[] relations = [.. ids.Select(id => new LesionRelation(id))];
        switch (section)
        {
            case "conditions": draft.Conditions[place] = draft.Conditions[place] with { Lesions = relations }; break;
            case "exposures": draft.Exposures[place] = draft.Exposures[place] with { Lesions = relations }; break;
            case "imaging": draft.Imaging[place] = draft.Imaging[place] with { Lesion = ids[0], Lesions = ids[1..] }; break;
            default: draft.Histology[place] = draft.Histology[place] with { Lesion = ids[0], Lesions = ids[1..] }; break;
        }
    }
}
