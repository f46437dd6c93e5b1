namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Something that a document says, with its words and its place. Both are put together when they are first asked for: an
/// answer without reasons never asks.
/// </summary>
internal abstract class Said
{
    private string? _seen;
    private string? _path;

    /// <summary>What was seen, in words.</summary>
    public string Seen => _seen ??= InWords();

    /// <summary>Where it stands in the document.</summary>
    public string Path => _path ??= Place();

    protected abstract string InWords();

    protected abstract string Place();

    protected void Forget() => (_seen, _path) = (null, null);
}
