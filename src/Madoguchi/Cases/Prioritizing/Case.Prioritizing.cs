using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    public Result<IReadOnlyList<Happening>, DeskRefusal> Prioritize(Priority to, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return DeskRefusal.WithAnotherDesk;
        if (Priority == to)
            return Array.Empty<Happening>();

        Priority = to;
        return new Happening[] { new Prioritized(to) };
    }
}
