using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Inference;

/// <summary>An answer to a finding as one number: twice the finding, plus one for "absent". The opposite answer differs in the last bit alone.</summary>
internal static class AnswerCode
{
    public static int Of(int finding, FindingState state) => (finding << 1) | (state == FindingState.Absent ? 1 : 0);

    public static (int Finding, FindingState State) Decode(int answer) => (answer >> 1, (answer & 1) == 0 ? FindingState.Present : FindingState.Absent);
}
