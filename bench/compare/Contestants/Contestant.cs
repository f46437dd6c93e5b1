using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>One way to evaluate the rules of a patient.</summary>
internal abstract class Contestant
{
    public abstract string Name { get; }

    /// <summary>Patients a round: fewer for slow ones.</summary>
    public virtual int Patients => int.MaxValue;

    public abstract void Run(int patient);

    /// <summary>Whether it says the same as the product of the patient that it ran last.</summary>
    public abstract bool Agrees(LesionVerdict verdict, IReadOnlyList<Knowledge.Rule> rules);
}
