using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Recording;

public static class RecordEndpoint
{
    public static void MapRecord(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/cases/{caseId:id}/care/record", Read).WithName("readCareRecord").WithSummary("The whole record with hashes, for the employer's duty, as a ZIP; for supervisors, and who took it is counted")
            .Produces(200, contentType: "application/zip").ProducesProblem(403).ProducesProblem(404);

    private static Task<IResult> Read(Id<Case> caseId, CurrentAgent agent, CareRecords records, CancellationToken ct) => records.Of(caseId, agent, ct);
}
