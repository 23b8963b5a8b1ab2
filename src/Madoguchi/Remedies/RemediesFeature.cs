using Madoguchi.Remedies.Granting;
using Madoguchi.Remedies.Keeping;

namespace Madoguchi.Remedies;

public static class RemediesFeature
{
    public static void MapRemedies(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapGranting();
        agents.MapCatalogue(administrators);
    }
}
