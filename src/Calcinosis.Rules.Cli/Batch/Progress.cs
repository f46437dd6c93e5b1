using System.Globalization;
using Spectre.Console;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>Shows how far a run is on a terminal; says nothing when messages go to a file.</summary>
internal static class Progress
{
    public static T Show<T>(Terminal terminal, long from, Func<Action<long>, T> work)
    {
        if (terminal.Screen is not { } screen)
            return work(static _ => { });
        return screen.Status().Start(Text(from), status =>
        {
            var next = DateTime.MinValue;
            return work(records =>
            {
                // Several times a second is enough for a person, and costs nothing.
                if (DateTime.UtcNow < next)
                    return;
                next = DateTime.UtcNow.AddMilliseconds(200);
                status.Status(Text(records));
            });
        });
    }

    private static string Text(long records) => string.Create(CultureInfo.InvariantCulture, $"{records} records done");
}
