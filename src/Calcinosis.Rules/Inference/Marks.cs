namespace Calcinosis.Rules.Inference;

/// <summary>A set of small numbers that is emptied at no cost, for walks over the nodes of a rule base. Not thread-safe.</summary>
internal sealed class Marks(int count)
{
    private readonly int[] _rounds = new int[count];
    private int _round = 1;

    /// <summary>Empties the set.</summary>
    public void Clear()
    {
        if (_round == int.MaxValue)
        {
            Array.Clear(_rounds);
            _round = 0;
        }

        _round++;
    }

    public bool Contains(int number) => _rounds[number] == _round;

    /// <summary>Puts a number in; false when it was there.</summary>
    public bool Add(int number)
    {
        if (_rounds[number] == _round)
            return false;
        _rounds[number] = _round;
        return true;
    }
}
