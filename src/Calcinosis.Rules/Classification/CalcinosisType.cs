namespace Calcinosis.Rules.Classification;

/// <summary>The five types of calcinosis cutis, in the order in which they are evaluated (later ones read earlier ones).</summary>
public enum CalcinosisType
{
    /// <summary>Small vessels of skin and fat calcify and clot; skin dies.</summary>
    Calciphylaxis,

    /// <summary>Side effect of a treatment or procedure at the place where it was done.</summary>
    Iatrogenic,

    /// <summary>Calcium settles in damaged, inflamed, dead or tumorous tissue.</summary>
    Dystrophic,

    /// <summary>Whole-body disturbance of calcium or phosphate.</summary>
    Metastatic,

    /// <summary>Neither damage nor disturbance was found where one looked.</summary>
    Idiopathic,
}

/// <summary>How far the findings carry a type. The numbers order the levels: a larger number ranks higher.</summary>
public enum Certainty
{
    /// <summary>No level: nothing speaks for or against it.</summary>
    NotAssessable = 0,

    /// <summary>A necessary condition is known to be false.</summary>
    Excluded = 1,

    /// <summary>Should not lead.</summary>
    Unlikely = 2,

    /// <summary>Stays on the list.</summary>
    Possible = 3,

    /// <summary>The working diagnosis.</summary>
    Probable = 4,

    /// <summary>A clinician would write it without a question mark.</summary>
    Established = 5,
}
