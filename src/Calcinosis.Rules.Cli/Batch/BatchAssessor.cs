using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>Assesses records so that each gives an answer: one that fails becomes an error line, and the rest goes on.</summary>
internal sealed class BatchAssessor(IAssessor assessor, DateOnly? asOf)
{
    private readonly Lazy<KnowledgeReference> _knowledge = new(() => assessor.Assess("{}"u8.ToArray(), null).Knowledge);

    /// <summary>The rule base that answers; a run may only be continued with the same.</summary>
    public KnowledgeReference Knowledge => _knowledge.Value;

    public IReadOnlyList<Assessment> Assess(ReadOnlyMemory<byte> record) => Guarded(() => [.. assessor.AssessEach(record, asOf).Select(patient => patient.Assessment)]);

    public IReadOnlyList<Assessment> AssessResources(string patient, IReadOnlyList<ReadOnlyMemory<byte>> resources) =>
        Guarded(() => [.. assessor.AssessResources(patient, resources, asOf).Select(one => one.Assessment)]);

    public Assessment TooLong() => Refuse(new Issue(
        "too-large", IssueSeverity.Error, "", null, string.Create(CultureInfo.InvariantCulture, $"at most {Input.DocumentReader.LargestDocument} bytes"), "The record is too large; give one patient a line."));

    public Assessment Refuse(Issue issue) => new() { Knowledge = Knowledge, Conclusion = Conclusion.NotAssessed, Issues = [issue] };

    private IReadOnlyList<Assessment> Guarded(Func<IReadOnlyList<Assessment>> assess)
    {
        try
        {
            return assess();
        }
#pragma warning disable CA1031 // One patient in a million must not stop the run; the line tells of it and is counted. The message may hold patient data and is left out.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return [Refuse(new Issue("unexpected-failure", IssueSeverity.Error, "", failure.GetType().Name, "an assessment", "The record could not be assessed; please report it as a fault of this program."))];
        }
    }
}
