<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the town owns and keeps up. In the pages it is a layer to be switched on.
-->
<!DOCTYPE StyledLayerDescriptor [
  <!-- By day, and by night. -->
  <!ENTITY asset "#5f697c">       <!ENTITY asset-dark "#8e9bab">
  <!ENTITY asset-edge "#ffffff">  <!ENTITY asset-edge-dark "#10171e">
  <!ENTITY asset-tree "#6f9a57">  <!ENTITY asset-tree-dark "#4f7f5c">
]>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>asset</Name>
    <UserStyle>
      <Name>asset</Name>
      <Title>Assets</Title>
      <!-- Trees are green, all else is a square of ink; what is a line or ground has it in its middle, and is outlined -->
      <FeatureTypeStyle>
        <Rule>
          <Name>tree</Name>
          <Title>Tree</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>TREE</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&asset-tree;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&asset-edge;</CssParameter><CssParameter name="stroke-width">1</CssParameter></Stroke>
              </Mark>
              <Size>7</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>furniture</Name>
          <Title>Street furniture and facilities</Title>
          <ogc:Filter>
            <ogc:PropertyIsNotEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>TREE</ogc:Literal></ogc:PropertyIsNotEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>12500</MaxScaleDenominator>
          <LineSymbolizer>
            <Stroke><CssParameter name="stroke">&asset;</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke>
          </LineSymbolizer>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>square</WellKnownName>
                <Fill><CssParameter name="fill">&asset;</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&asset-edge;</CssParameter><CssParameter name="stroke-width">1</CssParameter></Stroke>
              </Mark>
              <Size>6</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <!-- The code that is painted on it -->
      <FeatureTypeStyle>
        <Rule>
          <Name>code</Name>
          <MaxScaleDenominator>3125</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>code</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">IBM Plex Sans</CssParameter>
              <CssParameter name="font-family">DejaVu Sans</CssParameter>
              <CssParameter name="font-size">9</CssParameter>
              <CssParameter name="font-style">normal</CssParameter>
              <CssParameter name="font-weight">normal</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1</Radius>
              <Fill><CssParameter name="fill">&asset-edge;</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            </Halo>
            <Fill><CssParameter name="fill">&asset;</CssParameter></Fill>
            <Priority>20</Priority>
            <VendorOption name="maxDisplacement">10</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
