using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What reading a patient takes: objects and lists. An answer with reasons keeps them, so each patient has its own; for
/// an answer without reasons the same ones serve patient after patient. For one thread at a time.
/// </summary>
internal sealed class ReadingSpace(bool keepsWords)
{
    private readonly List<PictureBuilder> _pictures = [];

    /// <summary>True: words and places are kept for an explanation.</summary>
    public bool KeepsWords => keepsWords;

    public Reused<Statement> Statements { get; } = new();

    public Reused<LabReading> Readings { get; } = new();

    /// <summary>The laboratory results of the document, as the check of the document judged them.</summary>
    public JudgedResults Results { get; init; } = new();

    public ResolvedDocument Document { get; } = new();

    public PatientContext Patient { get; } = new();

    public List<LesionCase> Cases { get; } = [];

    /// <summary>Remarks on results; kept with words only.</summary>
    public List<ReadingNote> Notes { get; } = [];

    /// <summary>For questions aside: states only, overwritten by the next question.</summary>
    public PictureBuilder Aside { get; } = new(keepsWords: false);

    /// <summary>Readings that are picked out for a while.</summary>
    public LabSelections Selections { get; } = new();

    /// <summary>The readers that work here; made by the first who reads.</summary>
    public PatientReader? Reader { get; set; }

    /// <summary>The picture of the first, second ... lesion group.</summary>
    public PictureBuilder Picture(int lesion)
    {
        while (_pictures.Count <= lesion)
            _pictures.Add(new PictureBuilder(keepsWords));
        return _pictures[lesion];
    }

    /// <summary>Lets go of the patient.</summary>
    public void Clear()
    {
        Results.Clear();
        Statements.Clear();
        Readings.Clear();
        Document.Clear();
        Patient.Clear();
        Cases.Clear();
        Notes.Clear();
        Selections.Clear();
    }
}

/// <summary>Objects that are taken one after the other and all taken back at once.</summary>
internal sealed class Reused<T>
    where T : new()
{
    private readonly List<T> _made = [];
    private int _taken;

    public T Next()
    {
        if (_taken == _made.Count)
            _made.Add(new T());
        return _made[_taken++];
    }

    public void Clear() => _taken = 0;
}
