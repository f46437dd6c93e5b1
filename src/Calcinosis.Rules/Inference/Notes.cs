namespace Calcinosis.Rules.Inference;

/// <summary>Values by small numbers that are forgotten at no cost, for walks over the nodes of a rule base. Not thread-safe.</summary>
internal sealed class Notes<T>(int count)
{
    private readonly T[] _values = new T[count];
    private readonly Marks _known = new(count);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _known.Clear();

    /// <summary>What was noted of a number; false when nothing was.</summary>
    public bool TryGet(int number, out T value)
    {
        value = _values[number];
        return _known.Contains(number);
    }

    /// <summary>Notes a value in place of the one before.</summary>
    public T Set(int number, T value)
    {
        _known.Add(number);
        return _values[number] = value;
    }
}
