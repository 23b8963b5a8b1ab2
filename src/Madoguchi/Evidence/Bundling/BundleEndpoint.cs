using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Bundling;

public static class BundleEndpoint
{
    public static void MapBundle(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/cases/{caseId:id}/evidence/bundle", Read).WithName("readEvidenceBundle").WithSummary("All originals, a manifest with hashes, and how to verify it, as a ZIP; for the desk that has the case")
            .Produces(200, contentType: "application/zip").ProducesProblem(403).ProducesProblem(404);

    private static Task<IResult> Read(Id<Case> caseId, Caller caller, EvidenceBundles bundles, CancellationToken ct) => bundles.Of(caseId, caller, ct);
}
