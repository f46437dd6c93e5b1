namespace Calcinosis.Rules.Cli;

/// <summary>The exit statuses that scripts may rely on.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something else went wrong.</summary>
    public const int Failure = 1;

    /// <summary>The input or the arguments are wrong; standard error says what, where and what to do.</summary>
    public const int WrongInput = 2;
}
