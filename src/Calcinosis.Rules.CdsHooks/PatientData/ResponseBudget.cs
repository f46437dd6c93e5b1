namespace Calcinosis.Rules.CdsHooks.PatientData;

/// <summary>Bytes that may still be read from FHIR servers for one call; shared by its parallel queries.</summary>
internal sealed class ResponseBudget(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes some; false when there are no more.</summary>
    public bool TryTake(int count) => Interlocked.Add(ref _left, -count) >= 0;
}
