using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;

namespace Madoguchi.Chat;

/// <summary>What a customer may take away: the address as a picture for another device, the conversation as a file.</summary>
public static class KeepingEndpoint
{
    public static void MapKeeping(this IEndpointRouteBuilder own)
    {
        own.MapGet("/qr.svg", (Visit visit, BaseAddress address) => Qr(address.Of($"/c/{visit.Token}")));
        own.MapGet("/transcript", Transcript);
    }

    public static ContentHttpResult Qr(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return TypedResults.Content(code.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute), "image/svg+xml");
    }

    private static async Task<IResult> Transcript(Visit visit, Db db, HttpResponse response, TimeProvider clock, CancellationToken ct) =>
        await TranscriptEndpoint.Write(visit.Customer.CaseId, visit.Caller, visit.TongueFor, db, response, clock.Now, ct);
}
