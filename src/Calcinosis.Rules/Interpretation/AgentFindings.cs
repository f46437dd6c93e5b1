using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>An agent of iatrogenic calcinosis with the numbers of its findings, in the order of its table; -1 where the catalogue has none.</summary>
internal sealed class AgentFindings
{
    private AgentFindings(IatrogenicAgent agent)
    {
        Agent = agent;
        var id = "exposure." + agent.Id;
        Exposure = Finding.Find(id);
        CouldFit = Finding.Find(agent.CouldFit);
        AtSite = Finding.Find(id + ".at-site");
        InWindow = Finding.Find(id + ".in-window");
        Late = Finding.Find(id + ".late");
        OutOfWindow = Finding.Find(id + ".out-of-window");
        Within42Days = Finding.Find(id + ".within-42-days");
        LesionFirst = Finding.Find(id + ".lesion-first");
        Confined = Finding.Find(id + ".confined");
        Leak = Finding.Find(id + ".leak");
        Ongoing = agent.Id is "iv-calcium" or "phosphate-iv" ? Finding.Find(id + ".ongoing") : -1;
        IsGeneralised = agent.Id == "iv-calcium-generalised";
        IsHeelStick = agent.Id == "heel-stick";
        IsAnyInjection = agent.Id == "other-injection";
    }

    public static AgentFindings[] All { get; } = [.. IatrogenicAgents.All.Select(agent => new AgentFindings(agent))];

    public IatrogenicAgent Agent { get; }

    public int Exposure { get; }

    public int CouldFit { get; }

    public int AtSite { get; }

    public int InWindow { get; }

    public int Late { get; }

    public int OutOfWindow { get; }

    public int Within42Days { get; }

    public int LesionFirst { get; }

    public int Confined { get; }

    public int Leak { get; }

    /// <summary>That an infusion is running now; asked of infusions only.</summary>
    public int Ongoing { get; }

    /// <summary>The whole-body form of newborns.</summary>
    public bool IsGeneralised { get; }

    public bool IsHeelStick { get; }

    /// <summary>The agent that stands for any injection.</summary>
    public bool IsAnyInjection { get; }
}
