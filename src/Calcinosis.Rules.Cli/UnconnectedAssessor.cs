using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Cli;

/// <summary>Stands where the classifier is plugged in; says plainly that none is.</summary>
internal sealed class UnconnectedAssessor : IAssessor
{
    private const string Message = "This build of the command has no classifier connected.";

    public Assessment Assess(ReadOnlyMemory<byte> utf8, DateOnly? asOf) => throw new InvalidOperationException(Message);

    public IReadOnlyList<VocabularyEntry> SearchVocabulary(string? text) => throw new InvalidOperationException(Message);
}
