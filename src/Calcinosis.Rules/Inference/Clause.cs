using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// A condition over findings in three-valued (Kleene) logic: met, unmet or unknown. A tree of plain data, so that the
/// same tree is evaluated, explained, drawn and exported. Knows nothing of medicine.
/// </summary>
internal abstract record Clause
{
    /// <summary>The clauses directly below.</summary>
    public virtual IReadOnlyList<Clause> Children => [];
}

/// <summary>Met when the finding is present, unmet when it is absent.</summary>
internal sealed record Fact(string Finding) : Clause;

/// <summary>Met when the inner clause is unmet; unknown stays unknown.</summary>
internal sealed record Not(Clause Inner) : Clause
{
    public override IReadOnlyList<Clause> Children => [Inner];
}

/// <summary>Met when all are met; unmet when one is unmet.</summary>
internal sealed record All(IReadOnlyList<Clause> Clauses) : Clause
{
    public override IReadOnlyList<Clause> Children => Clauses;
}

/// <summary>Met when one is met; unmet when all are unmet.</summary>
internal sealed record Any(IReadOnlyList<Clause> Clauses) : Clause
{
    public override IReadOnlyList<Clause> Children => Clauses;
}

/// <summary>Met when at least <paramref name="Count"/> are met; unmet when too few can still be.</summary>
internal sealed record AtLeast(int Count, IReadOnlyList<Clause> Clauses) : Clause
{
    public override IReadOnlyList<Clause> Children => Clauses;
}

/// <summary>
/// "Not known present": holds unless the inner clause is met. An unknown is taken as absent and the use is recorded as
/// an assumption; this is the only place where more knowledge may take a conclusion back.
/// </summary>
/// <param name="Inner">What is taken as absent while it is unknown.</param>
/// <param name="Name">Id under which the assumption is recorded when it is no single finding.</param>
internal sealed record Unless(Clause Inner, string? Name = null) : Clause
{
    public override IReadOnlyList<Clause> Children => [Inner];
}

/// <summary>The clause of another rule, by its id.</summary>
internal sealed record Holds(string Rule) : Clause;

/// <summary>Met when a type that was evaluated earlier stands at the level or above, caps applied.</summary>
internal sealed record Reaches(CalcinosisType Type, Certainty Level) : Clause;

/// <summary>Met while a finding that the type's own rules read was stated both present and absent.</summary>
internal sealed record Contradicted(CalcinosisType Type) : Clause;

/// <summary>The words in which rules are written.</summary>
internal static class Clauses
{
    public static Clause Present(string finding) => new Fact(finding);

    public static Clause Absent(string finding) => new Not(new Fact(finding));

    /// <summary>A condition that every patient meets.</summary>
    public static Clause Always { get; } = new All([]);

    public static Clause AllOf(params Clause[] clauses) => new All(clauses);

    public static Clause AnyOf(params Clause[] clauses) => new Any(clauses);

    public static Clause AnyPresent(params IEnumerable<string> findings) => new Any([.. findings.Select(Present)]);

    public static Clause NonePresent(params IEnumerable<string> findings) => new All([.. findings.Select(Absent)]);

    public static Clause AtLeastOf(int count, params Clause[] clauses) => new AtLeast(count, clauses);

    public static Clause No(Clause clause) => new Not(clause);

    public static Clause UnlessKnown(string finding) => new Unless(new Fact(finding));

    public static Clause UnlessMet(Clause clause, string name) => new Unless(clause, name);

    public static Clause UnlessReached(CalcinosisType type, Certainty level) => new Unless(new Reaches(type, level));

    public static Clause Met(string rule) => new Holds(rule);
}
