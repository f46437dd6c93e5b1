using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What a document states once every name is looked up: statements by term, results by analyte, and what was not understood.</summary>
internal sealed class ResolvedDocument
{
    public List<Statement> Statements { get; } = [];

    public List<Statement> Differentials { get; } = [];

    public List<Statement> Family { get; } = [];

    public List<(LabResult Result, Analyte Analyte, PlausibilityFinding Finding, int Index)> Labs { get; } = [];

    /// <summary>The results that take part, as they were read.</summary>
    public List<LabReading> Readings { get; } = [];

    /// <summary>Low total calcium that was set aside because it looks like ionised calcium: to be verified the same day.</summary>
    public List<LabReading> PossiblyIonised { get; } = [];

    public List<NotUnderstood> NotUnderstood { get; } = [];

    /// <summary>What the statements speak of, all together.</summary>
    public Topics Topics { get; private set; }

    /// <summary>The agents that some statement may be a use of, one bit each.</summary>
    public int Agents { get; private set; }

    public void Add(Statement statement)
    {
        Statements.Add(statement);
        Topics |= statement.Meaning.Topics;
        Agents |= statement.Meaning.Agents;
    }

    public bool SpeaksOf(Topics topics) => (Topics & topics) != Topics.None;

    /// <summary>The first present statement about one of these; one that is not past goes before a past one.</summary>
    public Statement? Find(Topics topics)
    {
        if (!SpeaksOf(topics))
            return null;
        Statement? past = null;
        foreach (var statement in Statements)
        {
            if (!statement.IsPresent || !statement.IsAbout(topics))
                continue;
            if (!statement.Past)
                return statement;
            past ??= statement;
        }

        return past;
    }

    public void Clear()
    {
        Statements.Clear();
        Differentials.Clear();
        Family.Clear();
        Labs.Clear();
        Readings.Clear();
        PossiblyIonised.Clear();
        NotUnderstood.Clear();
        (Topics, Agents) = (Topics.None, 0);
    }
}
