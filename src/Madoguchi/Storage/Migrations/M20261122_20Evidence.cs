using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Evidence: what was given to prove something. Its rows are written once; the databases themselves refuse to change or delete them.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000020_Evidence")]
internal sealed class Evidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("evidence_items", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), Entry = types.Int(t), Name = types.Text(t), Type = types.Text(t), Size = types.Long(t), Sha256 = types.Text(t), CopySha256 = types.Text(t, true),
            ReceivedAt = types.Time(t), ByRole = types.Text(t), ById = types.Id(t, true), ByName = types.Text(t, true), Read = types.Text(t), AttachmentId = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_evidence_items", x => x.Id));
        migrationBuilder.CreateIndex("IX_evidence_items_CaseId_Entry", "evidence_items", ["CaseId", "Entry"]);
        migrationBuilder.CreateIndex("IX_evidence_items_CaseId_AttachmentId", "evidence_items", ["CaseId", "AttachmentId"], unique: true, filter: "\"AttachmentId\" is not null");
        foreach (var statement in types.IsPostgres ? Postgres : Sqlite)
            migrationBuilder.Sql(statement);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("evidence_items");
        if (new Types(ActiveProvider).IsPostgres)
            migrationBuilder.Sql("drop function evidence_stays()");
    }

    private static readonly string[] Sqlite =
    [
        "create trigger evidence_items_stay before update on evidence_items begin select raise(abort, 'evidence never changes'); end",
        "create trigger evidence_items_last before delete on evidence_items begin select raise(abort, 'evidence is never deleted'); end",
    ];

    private static readonly string[] Postgres =
    [
        "create function evidence_stays() returns trigger language plpgsql as $$ begin raise exception 'evidence never changes'; end $$",
        "create trigger evidence_items_stay before update or delete on evidence_items for each row execute function evidence_stays()",
        "create trigger evidence_items_last before truncate on evidence_items for each statement execute function evidence_stays()",
    ];
}
