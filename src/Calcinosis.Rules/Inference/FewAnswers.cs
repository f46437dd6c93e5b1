using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Inference;

/// <summary>Up to four answers to findings, in the order in which they were added, or the word that no few answers do. A value.</summary>
internal readonly record struct FewAnswers
{
    /// <summary>Answers that have room.</summary>
    public const int Most = 4;

    private const int BitsAnAnswer = 16;
    private readonly ulong _answers;

    private FewAnswers(ulong answers, int count) => (_answers, Count) = (answers, count);

    /// <summary>Nothing has to be answered.</summary>
    public static FewAnswers Nothing => default;

    /// <summary>No set of answers, or none of so few, will do.</summary>
    public static FewAnswers None => new(0, -1);

    /// <summary>How many answers; -1 for <see cref="None"/>.</summary>
    public int Count { get; }

    public bool IsNone => Count < 0;

    public (int Finding, FindingState State) this[int place] => AnswerCode.Decode((int)Code(place));

    /// <summary>The finding of the first answer; -1 when there is none.</summary>
    public int FirstFinding => Count > 0 ? this[0].Finding : -1;

    public static FewAnswers Of(int finding, FindingState state) => new(checked((ushort)AnswerCode.Of(finding, state)), 1);

    /// <summary>Both sets; <see cref="None"/> when they contradict each other or are too many.</summary>
    public FewAnswers And(FewAnswers more)
    {
        if (IsNone || more.IsNone)
            return None;
        var all = this;
        for (var place = 0; place < more.Count; place++)
        {
            var code = more.Code(place);
            if (all.Has(code ^ 1))
                return None;
            if (all.Has(code))
                continue;
            if (all.Count == Most)
                return None;
            all = new FewAnswers(all._answers | (code << (all.Count * BitsAnAnswer)), all.Count + 1);
        }

        return all;
    }

    public (int Finding, FindingState State)[] ToArray()
    {
        var answers = new (int Finding, FindingState State)[Math.Max(0, Count)];
        for (var place = 0; place < answers.Length; place++)
            answers[place] = this[place];
        return answers;
    }

    private ulong Code(int place) => (_answers >> (place * BitsAnAnswer)) & ushort.MaxValue;

    private bool Has(ulong code)
    {
        for (var place = 0; place < Count; place++)
        {
            if (Code(place) == code)
                return true;
        }

        return false;
    }
}
