using System.Globalization;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.Companies;
using Kayse.Grains.Documents;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Csv;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.AccessReviews;

/// <summary>The report of a closed review as a file.</summary>
internal sealed class AccessReviewReport(Caller caller, IGrainFactory grains, string company, string reviewId)
{
    public const string Csv = "text/csv";
    public const string Pdf = PdfFile.MediaType;

    private ICompanyAccessReviewsGrain Reviews => caller.Company<ICompanyAccessReviewsGrain>(grains, company);

    /// <summary>The file; what is refused is refused before it begins.</summary>
    /// <param name="format"><c>csv</c>, the default, or <c>pdf</c>.</param>
    /// <param name="bom">Whether a CSV file begins with a byte order mark.</param>
    public async Task<IResult> BeginAsync(string? format, string? bom)
    {
        if (format is not (null or "csv" or "pdf"))
            throw new RefusedException(HttpErrors.Field("format", "This must be csv or pdf."));
        var withBom = SpreadsheetText.WantsBom(bom);
        var review = await Reviews.GetReviewAsync(caller.Actor, reviewId);
        if (review.ClosedAt is not { } closedAt)
            throw new RefusedException(AccessReviewErrors.Open);
        var first = await ReadAsync(null);
        var name = string.Create(CultureInfo.InvariantCulture, $"access-review-{closedAt.UtcDateTime:yyyy-MM-dd}");
        if (format is "pdf")
            return TypedResults.File(await WriteAsync(review, first), Pdf, $"{name}.pdf");
        return new AccessReviewCsv($"{name}.csv", first, ReadAsync, withBom);
    }

    private async Task<byte[]> WriteAsync(AccessReviewView review, Page<AccessReviewItem> first)
    {
        var view = await caller.Company<ICompanyGrain>(grains, company).GetAsync(caller.Actor);
        var items = new List<AccessReviewItem>(first.Items);
        for (var page = first; page.NextCursor is not null; items.AddRange(page.Items))
            page = await ReadAsync(page.NextCursor);
        return await PdfFile.WriteAsync(AccessReviewDocument.Of(view.Name, review, items));
    }

    private Task<Page<AccessReviewItem>> ReadAsync(string? cursor) =>
        Reviews.ListItemsAsync(caller.Actor, reviewId, AccessReviewFilter.Everybody, new PageRequest(FieldLimits.PageSize, cursor));
}
