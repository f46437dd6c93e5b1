namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>A diagnosis such as hypercalcaemia counts as a flag of its day; against a value of the same day it is a contradiction.</summary>
internal sealed class ConditionFlags(ResolvedDocument document)
{
    public void Interpret(Topics topic, int finding, List<LabReading> values, LesionTime lesion, PictureBuilder picture)
    {
        if (!document.SpeaksOf(topic))
            return;
        foreach (var statement in document.Statements)
        {
            if (!statement.IsAbout(topic) || statement.Suspected)
                continue;
            if (statement.State == FindingState.Present && statement.Past && lesion.Onset is { } onset && statement.Until is { } until && until.IsBefore(onset) == true)
                continue;
            if (IsContradicted(statement, values))
            {
                Contradict(finding, statement, values, picture);
            }
            else if (!statement.Past || picture.StateOf(finding) == FindingState.Unknown)
            {
                Loudest(picture, finding, statement);
            }
        }
    }

    private static void Contradict(int finding, Statement statement, List<LabReading> values, PictureBuilder picture)
    {
        var sameTime = picture.KeepsWords ? values.FindAll(value => OfSameTime(value, statement)) : [];
        picture.Contradict(finding, $"{statement.Seen}; {string.Join("; ", sameTime.Select(value => value.Seen))}", picture.KeepsWords ? (string[])[statement.Path, .. sameTime.Select(value => value.Path)] : default(Origin));
    }

    /// <summary>There are values of the same time, and all of them say the opposite.</summary>
    private static bool IsContradicted(Statement statement, List<LabReading> values)
    {
        var against = statement.State == FindingState.Present ? FindingState.Absent : FindingState.Present;
        var any = false;
        foreach (var value in values)
        {
            if (!OfSameTime(value, statement))
                continue;
            if (value.IsHigh != against)
                return false;
            any = true;
        }

        return any;
    }

    private static bool OfSameTime(LabReading value, Statement statement) =>
        (value.Day is { } taken ? statement.Since is { } since && since == taken : statement.Since is null) && (value.Value is not null || value.FlagOnly);

    private static void Loudest(PictureBuilder picture, int finding, Statement statement) =>
        MineralInterpreter.Loudest(picture, finding, statement.State, picture.KeepsWords ? statement.Seen : "", statement);
}
