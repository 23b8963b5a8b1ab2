using Madoguchi.Line.Calling;
using Madoguchi.Line.Joining;

namespace Madoguchi.Line;

/// <summary>The waiting line (順番待ち): one per desk, over all channels.</summary>
public static class LineFeature
{
    public static void MapLine(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapJoining();
        callers.MapTickets(agents);
        agents.MapNext();
    }
}
